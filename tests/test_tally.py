"""The line that is told of each council at its end."""

from pipeline.tally import Tally


def test_a_council_is_told_once_and_again_only_after_more_visits():
    told: list[str] = []
    tally = Tally(told.append)
    tally.begun("1", "Stadt Lohe", None)
    tally.begun("2", "Kreis Amsel", "no such host")
    tally.end("2")
    tally.settled("1", visited=True, read=True, problems=0)
    tally.settled("1", visited=True, read=False, problems=1)
    tally.end("1")
    tally.end()
    assert told == ["Kreis Amsel: no such host", "Stadt Lohe: 2 visited, 1 read, 1 problem"]
    tally.settled("1", visited=False, read=False, problems=1)
    tally.end()
    assert told[2:] == ["Stadt Lohe: 2 visited, 1 read, 2 problems"]
