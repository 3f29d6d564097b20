"""Tests of the district population."""
