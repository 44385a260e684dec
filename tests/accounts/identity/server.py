"""A small identity provider on 127.0.0.1: discovery, authorization code with PKCE, signed ID tokens, userinfo.

It holds callers to the rules, and can be told to break them itself.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import json
import secrets
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

ANNA = {"sub": "248289761001", "email": "ada@northmere.example", "email_verified": True}


class IdentityServer(ThreadingHTTPServer):
    """`person` sits before it and is signed in. `in_token`, `in_userinfo`, `in_discovery` replace what it would say."""

    daemon_threads = True

    def __init__(self, redirect_uri: str):
        super().__init__(("127.0.0.1", 0), Answers)
        self.address = f"http://127.0.0.1:{self.server_port}/city"
        self.redirect_uri = redirect_uri
        self.client = ("portal", "a secret: with % and spaces")
        self.person = dict(ANNA)
        self.in_token, self.in_userinfo, self.in_discovery = {}, {}, {}
        self.claims_in_token = ("sub", "email", "email_verified", "amr", "acr")
        self.key, self.signs_with = usual_key(), None
        self.says_no = self.is_ill = False
        self.asked, self.codes, self.access = [], {}, {}

    def __enter__(self):
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *args):
        self.shutdown()
        self.server_close()

    def discovery(self) -> dict:
        names = ("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri")
        found = {name: f"{self.address}/{name}" for name in names}
        return found | {"issuer": self.address} | self.in_discovery

    def key_set(self) -> dict:
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
        return {"keys": [public | {"kid": "first", "use": "sig", "alg": "RS256"}]}

    def id_token(self, nonce: str) -> str:
        claims = {name: self.person[name] for name in self.claims_in_token if name in self.person}
        now = int(time.time())
        claims |= {"iss": self.address, "aud": self.client[0], "iat": now, "exp": now + 300, "nonce": nonce}
        key = self.signs_with or self.key
        return jwt.encode(claims | self.in_token, key, algorithm="RS256", headers={"kid": "first"})


class Answers(BaseHTTPRequestHandler):
    server: IdentityServer

    def do_GET(self):
        parts = urlsplit(self.path)
        self.server.asked.append(parts.path.rpartition("/")[2])
        fields = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if self.server.is_ill:
            return self.send(500, b"out of order", "text/plain")
        match parts.path.removeprefix("/city/"):
            case ".well-known/openid-configuration":
                return self.say(self.server.discovery())
            case "authorization_endpoint":
                return self.authorize(fields)
            case "jwks_uri":
                return self.say(self.server.key_set())
            case "userinfo_endpoint":
                token = self.headers["Authorization"].removeprefix("Bearer ")
                return self.say(self.server.access[token] | self.server.in_userinfo)
        return self.say({"error": "not found"}, 404)

    def do_POST(self):
        self.server.asked.append(urlsplit(self.path).path.rpartition("/")[2])
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        fields = {name: values[0] for name, values in parse_qs(body).items()}
        code = self.server.codes.pop(fields.get("code"), None)
        if self.client_of(fields) != self.server.client:
            return self.say({"error": "invalid_client"}, 401)
        if not code or fields["redirect_uri"] != code["redirect_uri"] or not proves(fields, code):
            return self.say({"error": "invalid_grant"}, 400)
        token = secrets.token_urlsafe(16)
        self.server.access[token] = self.server.person
        said = {"access_token": token, "token_type": "Bearer", "expires_in": 300, "refresh_token": "again"}
        return self.say(said | {"id_token": self.server.id_token(code.get("nonce"))})

    def authorize(self, fields: dict):
        asked = (fields["client_id"], fields["redirect_uri"], fields["response_type"])
        assert asked == (self.server.client[0], self.server.redirect_uri, "code")
        assert set(fields["scope"].split()) == {"openid", "email"}
        assert fields["code_challenge_method"] == "S256"
        answer = {"state": fields["state"]}
        if self.server.says_no:
            answer["error"] = "access_denied"
        else:
            answer["code"] = secrets.token_urlsafe(16)
            self.server.codes[answer["code"]] = fields
        self.send_response(302)
        self.send_header("Location", f"{fields['redirect_uri']}?{urlencode(answer)}")
        self.end_headers()

    def client_of(self, fields: dict) -> tuple[str, ...]:
        usual = ["client_secret_basic"]
        taken = self.server.in_discovery.get("token_endpoint_auth_methods_supported", usual)
        basic = self.headers.get("Authorization")
        if ("client_secret_basic" if basic else "client_secret_post") not in taken:
            return ()
        if basic:
            return tuple(base64.b64decode(basic.removeprefix("Basic ")).decode().split(":", 1))
        return (fields.get("client_id"), fields.get("client_secret"))

    def say(self, what: dict, status: int = 200):
        self.send(status, json.dumps(what).encode(), "application/json")

    def send(self, status: int, body: bytes, kind: str):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


def proves(fields: dict, code: dict) -> bool:
    digest = hashlib.sha256(fields.get("code_verifier", "").encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == code["code_challenge"]


@functools.cache
def usual_key() -> rsa.RSAPrivateKey:
    return new_key()


def new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)
