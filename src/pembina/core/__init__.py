"""The cellar: pure computation, without Django, clock, environment or I/O."""
