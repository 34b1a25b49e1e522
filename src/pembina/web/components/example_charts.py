def example_charts():
    return {}
