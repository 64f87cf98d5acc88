"""Loaded by the process that workers are forked from: with this module everything is loaded that reading needs."""

from pipeline.workers import get_ready

get_ready()
