"""A line that goes on is only not finished"""
Import asyncio\

print("never")
