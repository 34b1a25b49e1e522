"""What citizens read: did this programme work?"""
