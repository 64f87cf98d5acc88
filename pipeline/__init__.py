"""The pipeline puts the layers together: runs, checks and the command line."""
