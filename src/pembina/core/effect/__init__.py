"""Does a staged programme work?"""
