"""A server of features that behaves as real ones do, well and badly. The first part of a path is its mood:
http://127.0.0.1:PORT/MOOD/rest/services. Prints its port, and answers /log with the requests that it got."""
import json
import re
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

TOTAL, PAGE = 7, 3
SERVICES = {"Squares_2021_EN_BGC", "Rows_2021_LU"}
log, tries, lock = [], {}, threading.Lock()


def feature(number, mood, table):
    code = f"E{number:08}"
    if mood == "moved" and number == TOTAL:
        code = "E00000099"
    name = "Evil \u001b[31m \"name\"" if mood == "hostile" else f"Square {number}"
    x = number / 10
    ring = [[x, 52], [x + 0.1, 52], [x + 0.1, 52.1000000000001], [x, 52.1], [x, 52]]
    return {
        "type": "Feature",
        "id": number,
        "geometry": None if table else {"type": "Polygon", "coordinates": [ring]},
        "properties": {"OBJECTID": number, "SQ21CD": code, "SQ21NM": name},
    }


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def reply(self, value, status=200, headers=(), cut=False):
        body = value if isinstance(value, bytes) else json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        for name, text in headers:
            self.send_header(name, text)
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if cut else body)
        if cut:
            self.close_connection = True

    def do_GET(self):
        url = urlsplit(self.path)
        if url.path == "/log":
            with lock:
                return self.reply(log)
        with lock:
            log.append(self.path)
            attempt = tries[self.path] = tries.get(self.path, 0) + 1
        mood, rest = re.match(r"/([^/]*)/rest/services(.*)", url.path).groups()
        query = {name: values[0] for name, values in parse_qs(url.query).items()}
        if rest == "":
            names = ["Squares_2021_EN_BGC_V2", "Rows_2021_LU", "Other_\u001b[31m"]
            return self.reply({"services": [{"name": name, "type": "FeatureServer"} for name in names]})
        found = re.match(r"/([^/]*)/FeatureServer/0(/query)?$", rest)
        if not found or found[1] not in SERVICES or mood == "gone":
            return self.reply({"error": {"code": 400, "message": "Invalid URL", "details": ["Invalid URL"]}})
        table = found[1].startswith("Rows")
        if not found[2]:
            if mood == "elsewhere":
                return self.reply(b"", 302, [("Location", "http://localhost:1/evil?f=json")])
            if mood == "moved-within" and not query.get("again"):
                return self.reply(b"", 302, [("Location", self.path + "&again=1")])
            return self.metadata(mood, table)
        if query.get("returnCountOnly") == "true":
            return self.reply({"count": TOTAL + (mood == "lying")})
        self.page(mood, table, query, attempt)

    def metadata(self, mood, table):
        fields = [{"name": "OBJECTID", "type": "esriFieldTypeOID"}, {"name": "SQ21CD"}, {"name": "SQ21NM"}]
        value = {"type": "Feature Layer", "geometryType": "esriGeometryPolygon", "objectIdField": "OBJECTID",
                 "maxRecordCount": PAGE, "fields": fields, "editingInfo": {"lastEditDate": 1600000000000}}
        if table:
            value["type"] = "Table"
            del value["geometryType"]
        if mood == "odd":
            value["objectIdField"] = "x&where=evil"
        self.reply(value)

    def page(self, mood, table, query, attempt):
        first, most = int(query["resultOffset"]), int(query["resultRecordCount"])
        if first == PAGE and mood == "broken" and attempt <= 5:
            return self.reply({}, 503)
        if first == PAGE and attempt == 1:
            if mood == "busy":
                return self.reply({}, 503)
            if mood == "wait-none":
                return self.reply({}, 429, [("Retry-After", "0")])
            if mood == "wait":
                return self.reply({}, 429, [("Retry-After", "1")])
            if mood == "error":
                return self.reply({"error": {"code": 503, "message": "Service is overloaded"}})
            if mood == "slow":
                time.sleep(3)
        numbers = range(first + 1, min(first + most, TOTAL) + 1)
        if mood == "twice" and first > 0:
            numbers = range(first, min(first + most, TOTAL) + 1)
        if mood == "refused":
            return self.reply({"error": {"code": 499, "message": "Token Required\u001b[2J"}})
        empty = (mood == "empty" and first == PAGE and most == PAGE) or (mood == "endless" and first == PAGE)
        features = [] if empty else [feature(number, mood, table) for number in numbers]
        more = first + len(features) < TOTAL
        if query["f"] == "json":
            page = {"features": [{"attributes": item["properties"]} for item in features]}
        else:
            page = {"type": "FeatureCollection", "features": features}
        if more and mood == "properties":
            page["properties"] = {"exceededTransferLimit": True}
        elif more:
            page["exceededTransferLimit"] = True
        if mood == "large":
            page["padding"] = "x" * 200000
        body = json.dumps(page).encode()
        if mood == "cut" and first == PAGE and attempt == 1:
            return self.reply(body, cut=True)
        if mood == "short" and first == PAGE and attempt == 1:
            return self.reply(body[:-20])
        self.reply(body)


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
# Clients that hang up are what is tested.
server.handle_error = lambda *_: None
print(server.server_port, flush=True)
# It ends with whoever started it.
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdin.read()
