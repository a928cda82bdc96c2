"""Projects that units and other agencies hand in, merged into a draft."""
