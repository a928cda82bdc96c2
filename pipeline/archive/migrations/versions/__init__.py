"""One module per step; what a step did is never changed afterwards."""
