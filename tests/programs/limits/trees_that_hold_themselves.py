"""A syntax tree that is a part of itself is refused, not walked for ever."""
import ast

node = ast.UnaryOp(op=ast.Not(), lineno=0, col_offset=0, operand=ast.Constant(1))
node.operand = node
try:
    compile(ast.Expression(node), '<test>', 'eval')
except RecursionError as error:
    print(type(error).__name__)
