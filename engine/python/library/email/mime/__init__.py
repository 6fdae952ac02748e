"""Classes for messages of usual kinds."""
