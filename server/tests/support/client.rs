//! A device: it speaks HTTP over a connection that it keeps, sends ops in the order of its sequence and reads answers.

use std::{
    collections::BTreeMap,
    net::SocketAddr,
    time::{Duration, Instant},
};

use serde_json::Value;
use so_khoi::{
    model::{
        from_json::{self, FromJson},
        record::Record,
    },
    sync::{
        op::{Change, Op},
        op_id::uuid_v7,
        wire::{Answer, Changes, DigestOf, Gap, HistoryLine, Page, Push, Pushed, SCHEMA, Status},
    },
};
use so_khoi_server::random;
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::TcpStream,
    time::timeout,
};

use super::{Answer as Reply, accounts::Login};

/// How long an answer may take: tests share a slow machine.
const PATIENCE: Duration = Duration::from_secs(120);

/// How long a connection is kept without use: less than the server does.
const IDLE: Duration = Duration::from_secs(5);

/// There was no answer, or not all of one.
#[derive(Debug)]
pub struct Lost;

/// Somebody's device.
pub struct Client {
    pub address: SocketAddr,
    pub login: Login,
    pub device: String,
    pub epoch: String,
    /// How far its clock is off.
    pub clock_off_ms: i64,
    /// The numbers of which it says that nothing comes of them.
    pub skipped: Vec<Gap>,
    seq: u64,
    /// The connection, and when it was last used.
    stream: Option<(BufReader<TcpStream>, Instant)>,
}

impl Client {
    pub fn new(address: SocketAddr, login: &Login, device: &str) -> Self {
        Self {
            address,
            login: login.clone(),
            device: device.to_owned(),
            epoch: String::new(),
            clock_off_ms: 0,
            skipped: Vec::new(),
            seq: 0,
            stream: None,
        }
    }

    /// The same, having asked the server for its epoch.
    pub async fn linked(address: SocketAddr, login: &Login, device: &str) -> Self {
        let mut client = Self::new(address, login, device);
        client.epoch = client.page("").await.epoch;
        client
    }

    /// Makes the next op.
    pub fn op(&mut self, change: Change) -> Op {
        self.seq += 1;
        Op {
            op_id: uuid_v7(1_700_000_000_000 + self.seq, random::bytes()),
            seq: self.seq,
            author: self.login.account.clone(),
            at_ms: 1_700_000_000_000 + self.clock_off_ms,
            change,
        }
    }

    /// The server is somewhere else now.
    pub fn reconnect(&mut self, address: SocketAddr) {
        self.address = address;
        self.stream = None;
    }

    /// Leaves numbers of its sequence out.
    pub fn skip(&mut self, numbers: u64) {
        self.seq += numbers;
    }

    pub fn push_of(&self, ops: &[Op]) -> Vec<u8> {
        let push = Push {
            device: self.device.clone(),
            schema: SCHEMA,
            epoch: self.epoch.clone(),
            ops: ops.to_vec(),
            skipped: self.skipped.clone(),
        };
        serde_json::to_vec(&push).unwrap()
    }

    /// Sends ops; they are answered.
    pub async fn send(&mut self, ops: &[Op]) -> Pushed {
        let body = self.push_of(ops);
        let reply = self.request("POST", "/api/v1/changes", &[], &body).await.unwrap();
        assert_eq!(reply.status, 200, "{}", String::from_utf8_lossy(&reply.body));
        read(&reply)
    }

    /// Makes a change and sends it.
    pub async fn change(&mut self, change: Change) -> Answer {
        let op = self.op(change);
        let mut pushed = self.send(&[op]).await;
        assert_eq!(pushed.answers.len(), 1);
        pushed.answers.remove(0)
    }

    /// Makes a change that stands.
    pub async fn applies(&mut self, change: Change) -> u64 {
        let answer = self.change(change).await;
        assert_eq!(answer.status, Status::Applied, "{answer:?}");
        answer.rev.unwrap()
    }

    pub async fn get(&mut self, path: &str) -> Reply {
        self.request("GET", path, &[], &[]).await.unwrap()
    }

    pub async fn page(&mut self, page: &str) -> Page {
        let reply = self.get(&format!("/api/v1/records?page={page}")).await;
        assert_eq!(reply.status, 200, "{}", String::from_utf8_lossy(&reply.body));
        read(&reply)
    }

    pub async fn changes(&mut self, since: &str) -> Changes {
        let reply = self.get(&format!("/api/v1/changes?since={since}")).await;
        assert_eq!(reply.status, 200, "{}", String::from_utf8_lossy(&reply.body));
        read(&reply)
    }

    /// All pages.
    pub async fn everything(&mut self) -> (Vec<Record>, Page) {
        let mut all = Vec::new();
        let mut page = String::new();
        loop {
            let mut found = self.page(&page).await;
            all.append(&mut found.records);
            match found.next.clone() {
                Some(next) => page = next,
                None => return (all, found),
            }
        }
    }

    /// A record as it may be read.
    pub async fn record(&mut self, id: &str) -> Option<Record> {
        let (all, _) = self.everything().await;
        all.into_iter().find(|record| record.id.as_str() == id)
    }

    pub async fn digest(&mut self) -> DigestOf {
        read(&self.get("/api/v1/digest").await)
    }

    pub async fn history(&mut self, id: &str) -> Vec<HistoryLine> {
        read(&self.get(&format!("/api/v1/records/{id}/history")).await)
    }

    /// The problem that a request ends with.
    pub async fn problem(&mut self, method: &str, path: &str, body: &[u8]) -> (u16, String) {
        let reply = self.request(method, path, &[], body).await.unwrap();
        let code = code_of(&reply);
        (reply.status, code)
    }

    /// Sends a request and reads the answer.
    pub async fn request(&mut self, method: &str, path: &str, more: &[&str], body: &[u8]) -> Result<Reply, Lost> {
        match timeout(PATIENCE, self.exchange(method, path, more, body)).await {
            Ok(Ok(reply)) => Ok(reply),
            _ => {
                self.stream = None;
                Err(Lost)
            }
        }
    }

    async fn exchange(&mut self, method: &str, path: &str, more: &[&str], body: &[u8]) -> std::io::Result<Reply> {
        // The server hangs up on whoever has not asked for a while.
        let open = self.stream.take().filter(|(_, used)| used.elapsed() < IDLE);
        let mut stream = match open {
            Some((stream, _)) => stream,
            None => {
                let stream = TcpStream::connect(self.address).await?;
                stream.set_nodelay(true)?;
                BufReader::new(stream)
            }
        };
        let address = self.address;
        let mut head = format!("{method} {path} HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\n");
        for line in self
            .login
            .headers()
            .iter()
            .map(String::as_str)
            .chain(more.iter().copied())
        {
            head.push_str(line);
            head.push_str("\r\n");
        }
        if method != "GET" {
            head.push_str("Content-Type: application/json\r\n");
        }
        head.push_str(&format!("Content-Length: {}\r\n\r\n", body.len()));
        let mut bytes = head.into_bytes();
        bytes.extend_from_slice(body);
        stream.write_all(&bytes).await?;
        let reply = reply(&mut stream).await?;
        self.stream = Some((stream, Instant::now()));
        Ok(reply)
    }
}

async fn reply(stream: &mut BufReader<TcpStream>) -> std::io::Result<Reply> {
    let cut = || std::io::Error::from(std::io::ErrorKind::UnexpectedEof);
    let mut line = String::new();
    if stream.read_line(&mut line).await? == 0 {
        return Err(cut());
    }
    let status = line
        .split(' ')
        .nth(1)
        .and_then(|code| code.parse().ok())
        .ok_or_else(cut)?;
    let mut headers = BTreeMap::new();
    loop {
        line.clear();
        if stream.read_line(&mut line).await? == 0 {
            return Err(cut());
        }
        match line.trim_end().split_once(": ") {
            Some((name, value)) => headers.insert(name.to_lowercase(), value.to_owned()),
            None => break,
        };
    }
    // What is packed on its way comes in pieces.
    let body = match headers.get("transfer-encoding").map(String::as_str) {
        Some("chunked") => pieces(stream).await?,
        _ => {
            let length = headers.get("content-length").and_then(|text| text.parse().ok());
            let mut body = vec![0; length.unwrap_or(0)];
            stream.read_exact(&mut body).await?;
            body
        }
    };
    Ok(Reply { status, headers, body })
}

/// A body in pieces (RFC 9112, 7.1): each with its length before it, the last one empty.
async fn pieces(stream: &mut BufReader<TcpStream>) -> std::io::Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let mut line = String::new();
        stream.read_line(&mut line).await?;
        let length = usize::from_str_radix(line.trim(), 16).map_err(std::io::Error::other)?;
        let begun = body.len();
        // Each ends in a line end, the last one too.
        body.resize(begun + length + 2, 0);
        stream.read_exact(&mut body[begun..]).await?;
        body.truncate(begun + length);
        if length == 0 {
            return Ok(body);
        }
    }
}

/// The body of an answer.
pub fn read<T: FromJson>(reply: &Reply) -> T {
    from_json::read(&reply.body).unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&reply.body)))
}

/// The code of a problem.
pub fn code_of(reply: &Reply) -> String {
    let body: Value = serde_json::from_slice(&reply.body).unwrap_or_default();
    body["code"].as_str().unwrap_or_default().to_owned()
}
