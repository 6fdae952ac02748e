// The imports of engine/host/wasm.c and exports.c, as an Emscripten JavaScript library. Each hands over to the `host` object
// that web/src/engine gives to the module; nothing of the program's behaviour is decided here.
mergeInto(LibraryManager.library, {
  loopscope_host_wait__deps: ['$Asyncify'],
  loopscope_host_wait: function (milliseconds) {
    return Asyncify.handleAsync(function () { return Module['host']['wait'](milliseconds); });
  },
  loopscope_host_yield__deps: ['$Asyncify'],
  loopscope_host_yield: function () {
    return Asyncify.handleAsync(function () { return Module['host']['yield'](); });
  },
  loopscope_host_now: function () { return Module['host']['now'](); },
  loopscope_host_steady: function () { return Module['host']['steady'](); },
  loopscope_host_wall: function () { return Module['host']['wall'](); },
  loopscope_host_write: function (stream, bytes, length) {
    Module['host']['write'](stream, HEAPU8.subarray(bytes, bytes + length));
  },
  loopscope_host_line_length: function () { return Module['host']['lineLength'](); },
  loopscope_host_read_line: function (buffer, length) {
    Module['host']['readLine'](HEAPU8.subarray(buffer, buffer + length));
  },
  loopscope_host_beside_length: function (path, length) {
    return Module['host']['besideLength'](HEAPU8.subarray(path, path + length));
  },
  loopscope_host_read_beside: function (buffer, length) {
    Module['host']['readBeside'](HEAPU8.subarray(buffer, buffer + length));
  },
  loopscope_host_entropy: function (buffer, length) {
    Module['host']['entropy'](HEAPU8.subarray(buffer, buffer + length));
  },
  loopscope_host_library: function (number) { Module['host']['library'](number); },
  loopscope_host_take_signal: function () { return Module['host']['takeSignal'](); },
  loopscope_host_events: function (words, count) {
    Module['host']['events'](HEAPU8.subarray(words, words + count * 4));
  },
});
