"""Named scenarios, each with a paragraph of why."""
