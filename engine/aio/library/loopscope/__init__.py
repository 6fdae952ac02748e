"""What only Loopscope has."""
