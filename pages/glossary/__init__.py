"""Medical words explained in plain ones: listed on a page of their own, and where a text first uses one."""
