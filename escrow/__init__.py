"""What a policy says, and who does what when."""
