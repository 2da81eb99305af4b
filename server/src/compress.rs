//! JSON answers as brotli or gzip, for whoever accepts it. Files come packed from the build ([`crate::site`]).

use axum::http::{Extensions, HeaderMap, StatusCode, Version, header};
use tower_http::{
    CompressionLevel,
    compression::{
        CompressionLayer,
        predicate::{And, Predicate, SizeAbove},
    },
};

/// Shorter answers fit into one packet as they are.
const LEAST: u64 = 1_000;
/// The level: beyond it, waiting for the server takes longer than the bytes that it saves.
const LEVEL: i32 = 4;

type OfJson = fn(StatusCode, Version, &HeaderMap, &Extensions) -> bool;

/// What packs the answers of the endpoint.
pub fn layer() -> CompressionLayer<And<SizeAbove, OfJson>> {
    let of_json: OfJson = |_, _, headers, _| is_json(headers);
    CompressionLayer::new()
        .quality(CompressionLevel::Precise(LEVEL))
        .compress_when(SizeAbove::new(LEAST).and(of_json))
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("application/json"))
}
