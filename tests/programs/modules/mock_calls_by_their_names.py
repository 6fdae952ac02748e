from unittest.mock import Mock, call

print(call.a, call.a.b, call.a.b(1).c, call(1).x, call().y(), call, call.a().b, [call.x, call.x(1), call.x.y(2).z(3)])
mock = Mock()
mock.a(1).b(2)
mock(3).c()
print(mock.mock_calls, mock.method_calls, call.a(1).b(2).call_list())
print(mock.mock_calls == call.a(1).b(2).call_list() + [call(3), call().c()])
