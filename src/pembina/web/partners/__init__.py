"""Partners with their agreements, and the curricula made with them."""
