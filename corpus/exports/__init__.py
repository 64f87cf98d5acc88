"""Ways out of the corpus. Each module writes one kind of export and is found by being here."""
