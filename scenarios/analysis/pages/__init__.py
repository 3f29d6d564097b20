"""The pages of the analyses, in both languages, and the same as data for programs."""
