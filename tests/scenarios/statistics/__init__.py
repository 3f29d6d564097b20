"""Tests of the statistics, against books, against models with a known answer, and by many repetitions."""
