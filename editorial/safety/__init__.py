"""What readers report as dangerous, what staff decide about it, what was corrected."""
