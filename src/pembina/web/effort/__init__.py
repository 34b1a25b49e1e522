"""Process and effort beside the two ratings: what each part rests on, agreed, read, and never added up."""
