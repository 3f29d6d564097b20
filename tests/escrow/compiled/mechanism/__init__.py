"""The compiled mechanism against the readable one."""
