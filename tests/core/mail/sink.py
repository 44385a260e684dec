"""A mail server that keeps what it is given, or refuses."""

from __future__ import annotations

import socketserver
import threading
from email import message_from_bytes
from email.message import Message


class Session(socketserver.StreamRequestHandler):
    def handle(self):
        self.say("220 sink")
        while line := self.rfile.readline().decode().strip():
            verb = line.split(":")[0].upper().split(" ")[0]
            if verb == "DATA":
                self.say("354 go on")
                self.server.received.append(self.read_message())
                self.say("250 kept")
            elif verb == "RCPT" and self.server.refuses:
                self.say(f"550 no such person {line}")
            elif verb == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 ok")

    def say(self, line):
        self.wfile.write(f"{line}\r\n".encode())

    def read_message(self) -> Message:
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        return message_from_bytes(b"".join(lines))


class MailServer(socketserver.ThreadingTCPServer):
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Session)
        self.received: list[Message] = []
        self.refuses = False
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    @property
    def port(self) -> int:
        return self.server_address[1]
