import functools
import os
import tempfile
import threading
import urllib.error
import urllib.request
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


with tempfile.TemporaryDirectory() as folder:
    os.mkdir(folder + '/sub')
    os.mkdir(folder + '/with index')
    for name, text in (('a.txt', 'text'), ('b & c.html', '<p>'), ('sub/data.json', '{}'), ('with index/index.html', 'the index'), ('x.unknown', '?')):
        with open(f'{folder}/{name}', 'w') as file:
            file.write(text)
    with ThreadingHTTPServer(('127.0.0.1', 0), functools.partial(Quiet, directory=folder)) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        base = f'http://127.0.0.1:{server.server_port}'
        for path in ('/', '/a.txt', '/b%20%26%20c.html', '/sub', '/with%20index/', '/x.unknown', '/nothing', '/a.txt/', '/../../etc/passwd', '/sub/?q=1#x'):
            try:
                with urllib.request.urlopen(base + path) as answer:
                    body = answer.read().decode()
                    print(path, answer.status, answer.headers['content-type'], answer.url.removeprefix(base))
                    print(body.partition('<ul>')[2] if 'listing' in body else body, int(answer.headers['content-length']) == len(body))
                    changed = answer.headers['last-modified']
            except urllib.error.HTTPError as error:
                print(path, error)
            if path == '/a.txt':
                request = urllib.request.Request(base + path, headers={'If-Modified-Since': changed})
                try:
                    urllib.request.urlopen(request)
                except urllib.error.HTTPError as error:
                    print(error, error.read())
        request = urllib.request.Request(base + '/a.txt', method='HEAD')
        print(urllib.request.urlopen(request).read())
        print(urllib.request.urlopen('file://' + folder + '/a.txt').read())
        name, headers = urllib.request.urlretrieve(base + '/sub/data.json', folder + '/copy', lambda *report: print(report))
        print(open(name).read(), headers['Content-Type'])
        try:
            urllib.request.urlopen(base, method='DELETE')
        except TypeError as error:
            print(error)
        try:
            urllib.request.urlopen(urllib.request.Request(base, method='DELETE'))
        except urllib.error.HTTPError as error:
            print(error)
        server.shutdown()
        thread.join()
