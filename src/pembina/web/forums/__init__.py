"""Open houses and forums: what citizens read, ask and support, and what the officers of a unit do with it."""
