"""A receiver of webhooks on this machine: answers with the status that the path names, and with what it was told, without what differs from
one message to the next, so that two senders can be compared by what they are answered."""

import base64
import hashlib
import hmac
import http.server
import json
import threading

SECRETS = ["between us", "another"]
HEADERS = ["X-MLflow-Delivery-Id", "X-MLflow-Timestamp"]


class Receiver(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        status = int(self.path.split("/")[1].split("?")[0])
        answer = b"" if status == 204 else json.dumps(self.told(body), sort_keys=True).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def told(self, body):
        message = json.loads(body)
        message["timestamp"] = type(message.get("timestamp")).__name__
        told = {"path": self.path, "message": message, "headers": [name for name in HEADERS if self.headers.get(name)]}
        told["type"], told["signed"] = self.headers.get("Content-Type"), self.signed(body)
        return told

    def signed(self, body):
        """With which secret; None if with none."""
        given = self.headers.get("X-MLflow-Signature")
        content = ".".join(self.headers.get(name, "") for name in HEADERS).encode() + b"." + body
        for secret in SECRETS:
            if given == "v1," + base64.b64encode(hmac.new(secret.encode(), content, hashlib.sha256).digest()).decode():
                return secret
        return given

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """A sender that does not wait for its answer is nobody's fault."""


def started():
    """The address of a receiver that runs as long as this process."""
    server = Server(("127.0.0.1", 0), Receiver)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"
