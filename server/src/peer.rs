//! Who is at the other end of a connection, and whether it is encrypted: as the connection says, or as a proxy on the way says that
//! may be believed.

use std::{
    convert::Infallible,
    net::{IpAddr, Ipv4Addr, SocketAddr},
};

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, request::Parts},
};

use crate::{serve::Connection, state::App};

/// The other end of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Peer {
    /// Its address.
    pub address: IpAddr,
    /// Whether it speaks https: only a proxy in front of this program does.
    pub is_secure: bool,
    /// Whether a proxy handed the request on.
    pub is_proxied: bool,
}

impl Peer {
    /// The peer of a request. Headers of a proxy count only where they come from this machine or from an address in `proxies`: anybody else
    /// could write there whom he pleases to be.
    pub fn of(connection: SocketAddr, headers: &HeaderMap, proxies: &[IpAddr]) -> Self {
        let near = connection.ip().to_canonical();
        let direct = Self {
            address: near,
            is_secure: false,
            is_proxied: false,
        };
        if !near.is_loopback() && !proxies.contains(&near) {
            return direct;
        }
        let last = |name: &str| {
            let value = headers.get_all(name).iter().next_back()?.to_str().ok()?;
            value.rsplit(',').next().map(str::trim)
        };
        // The last address is the one that our own proxy wrote; those before it are what it was told.
        let forwarded = last("x-forwarded-for").and_then(|text| text.parse::<IpAddr>().ok());
        let protocol = last("x-forwarded-proto");
        Self {
            address: forwarded.unwrap_or(near).to_canonical(),
            is_secure: protocol.is_some_and(|name| name.eq_ignore_ascii_case("https")),
            is_proxied: forwarded.is_some() || protocol.is_some(),
        }
    }

    /// The peer of a request.
    pub fn in_parts(parts: &Parts, app: &App) -> Self {
        // Without a connection there is a test that asks the router directly.
        let here = Connection(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)));
        let connection = parts.extensions.get().copied().unwrap_or(here);
        Self::of(connection.0, &parts.headers, &app.proxies)
    }

    /// What tries are counted by: an address, and of IPv6 the network, because one house has them all.
    pub fn key(&self) -> String {
        match self.address {
            IpAddr::V4(address) => address.to_string(),
            IpAddr::V6(address) => {
                let [a, b, c, d, ..] = address.segments();
                format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
            }
        }
    }

    /// Whether it is this machine itself, without a proxy between.
    pub fn is_this_machine(&self) -> bool {
        !self.is_proxied && self.address.is_loopback()
    }
}

impl FromRequestParts<App> for Peer {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        Ok(Self::in_parts(parts, app))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn peer(near: &str, headers: &[(&'static str, &str)], proxies: &[IpAddr]) -> Peer {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(*name, value.parse().unwrap());
        }
        Peer::of(near.parse().unwrap(), &map, proxies)
    }

    const TOLD: [(&str, &str); 2] = [
        ("x-forwarded-for", "6.6.6.6, 203.0.113.7"),
        ("x-forwarded-proto", "https"),
    ];

    #[test]
    fn a_proxy_on_this_machine_is_believed() {
        let found = peer("127.0.0.1:5000", &TOLD, &[]);
        assert_eq!(found.address, "203.0.113.7".parse::<IpAddr>().unwrap());
        assert!(found.is_secure && found.is_proxied && !found.is_this_machine());
        assert!(peer("127.0.0.1:5000", &[], &[]).is_this_machine());
    }

    #[test]
    fn a_stranger_is_not_unless_named() {
        let found = peer("192.168.1.9:5000", &TOLD, &[]);
        assert_eq!(found.key(), "192.168.1.9");
        assert!(!found.is_secure);
        let named = peer("192.168.1.9:5000", &TOLD, &["192.168.1.9".parse().unwrap()]);
        assert_eq!(named.key(), "203.0.113.7");
    }

    #[test]
    fn a_house_has_one_key() {
        let one = peer("[2001:db8:1:2:3:4:5:6]:1", &[], &[]);
        let other = peer("[2001:db8:1:2:aaaa::1]:1", &[], &[]);
        assert_eq!(one.key(), other.key());
        assert_eq!(peer("[::ffff:10.0.0.1]:1", &[], &[]).key(), "10.0.0.1");
    }
}
