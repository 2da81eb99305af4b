//! Which of brotli, gzip and identity a request gets (RFC 9110, 12.5.3).

/// One way a file is stored here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// `br`, the smallest.
    Brotli,
    /// `gzip`, for clients without brotli (a browser offers brotli on https and localhost only).
    Gzip,
    /// As it is.
    Identity,
}

impl Encoding {
    /// The name in `Content-Encoding`; none for identity.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::Brotli => Some("br"),
            Self::Gzip => Some("gzip"),
            Self::Identity => None,
        }
    }

    /// The smallest form the client accepts, out of those that `stored` says exist.
    pub fn choose(accept: Option<&str>, stored: impl Fn(Self) -> bool) -> Self {
        let accept = accept.unwrap_or_default();
        [Self::Brotli, Self::Gzip]
            .into_iter()
            .filter(|encoding| stored(*encoding))
            .find(|encoding| encoding.name().is_some_and(|name| accepts(accept, name)))
            .unwrap_or(Self::Identity)
    }
}

/// Whether an `Accept-Encoding` value accepts `name`: named with a weight above 0, or covered by `*`.
fn accepts(header: &str, name: &str) -> bool {
    let weight_of = |wanted: &str| {
        header.split(',').find_map(|part| {
            let mut pieces = part.split(';').map(str::trim);
            if !pieces.next()?.eq_ignore_ascii_case(wanted) {
                return None;
            }
            let weight = pieces
                .find_map(|piece| piece.strip_prefix("q=").or(piece.strip_prefix("Q=")))
                .map_or(1.0, |text| text.parse().unwrap_or(0.0));
            Some(weight > 0.0)
        })
    };
    weight_of(name).or_else(|| weight_of("*")).unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choose(accept: Option<&str>) -> Encoding {
        Encoding::choose(accept, |_| true)
    }

    #[test]
    fn the_smallest_accepted_form_is_chosen() {
        assert_eq!(choose(Some("gzip, deflate, br, zstd")), Encoding::Brotli);
        assert_eq!(choose(Some("GZIP;q=0.5")), Encoding::Gzip);
        assert_eq!(choose(Some("*")), Encoding::Brotli);
    }

    #[test]
    fn a_weight_of_zero_refuses() {
        assert_eq!(choose(Some("br;q=0, gzip")), Encoding::Gzip);
        assert_eq!(choose(Some("br; q=0.0, *;q=0")), Encoding::Identity);
        assert_eq!(choose(Some("br;q=nonsense")), Encoding::Identity);
    }

    #[test]
    fn silence_and_strangers_get_identity() {
        assert_eq!(choose(None), Encoding::Identity);
        assert_eq!(choose(Some("zstd, brotli")), Encoding::Identity);
    }

    #[test]
    fn only_what_is_stored_is_chosen() {
        let gzip_only = |encoding| encoding == Encoding::Gzip;
        assert_eq!(Encoding::choose(Some("br, gzip"), gzip_only), Encoding::Gzip);
        assert_eq!(Encoding::choose(Some("br"), gzip_only), Encoding::Identity);
    }
}
