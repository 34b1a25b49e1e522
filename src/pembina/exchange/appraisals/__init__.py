"""Work on the appraisals of a whole period, done by a worker."""
