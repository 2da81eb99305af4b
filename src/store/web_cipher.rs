//! The browser's cipher for rows (AES-GCM with 256 bits), and how its key is had from a PIN.

use super::cipher::{Cipher, Named, Work};
use super::error::StoreError;
use super::seal::{Seal, from_hex, to_hex};
use crate::platform::clock::now_ms;
use crate::platform::locks;
use crate::platform::web_crypto::{CryptoError, NewKey, SecretKey, new_key, random, stretched};
use std::any::Any;
use std::rc::Rc;

/// The first byte of a sealed row: how the rest is to be read.
const FORMAT: u8 = 1;
/// How many rows the browser is at in one go.
const AT_ONCE: usize = 256;
/// The fewest passes.
pub const LEAST_PASSES: u32 = 600_000;
/// The most: a device that is this fast now may be asked by a slower one later.
const MOST_PASSES: u32 = 4_000_000;
/// How many are measured.
const MEASURED: u32 = 100_000;
/// How long a PIN is to take, in milliseconds.
const TAKES: i64 = 500;

/// The cipher of a database.
pub struct WebCipher {
    key: SecretKey,
    lock: String,
}

impl From<CryptoError> for StoreError {
    fn from(error: CryptoError) -> StoreError {
        match error {
            CryptoError::Missing => StoreError::Unavailable("there is no WebCrypto".to_owned()),
            other => StoreError::Failed(other.to_string()),
        }
    }
}

/// A new key for the database `name`, and the row that says how it is had from this PIN.
///
/// # Errors
/// [`StoreError`]
pub async fn new_seal(name: &str, pin: &str) -> Result<(Rc<WebCipher>, Seal), StoreError> {
    let seal = wrapped(&new_key().await?, pin).await?;
    let cipher = opened(&seal, name, pin).await?;
    Ok((cipher.ok_or(StoreError::Lost)?, seal))
}

/// The key of the database `name`; `None` where it is another PIN.
///
/// # Errors
/// [`StoreError`]
pub async fn opened(seal: &Seal, name: &str, pin: &str) -> Result<Option<Rc<WebCipher>>, StoreError> {
    let (by, wrapped) = wrapping(seal, pin).await?;
    Ok(fits(by.unwrapped(&wrapped).await)?.map(|key| {
        Rc::new(WebCipher {
            key,
            lock: format!("{name}/rows"),
        })
    }))
}

/// The same key under another PIN; `None` where the old one is another.
///
/// # Errors
/// [`StoreError`]
pub async fn changed(seal: &Seal, old: &str, new: &str) -> Result<Option<Seal>, StoreError> {
    let (by, bytes) = wrapping(seal, old).await?;
    match fits(by.unwrapped_to_wrap(&bytes).await)? {
        Some(key) => wrapped(&key, new).await.map(Some),
        None => Ok(None),
    }
}

fn fits<T>(key: Result<T, CryptoError>) -> Result<Option<T>, StoreError> {
    match key {
        Ok(key) => Ok(Some(key)),
        Err(CryptoError::DoesNotFit) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

async fn wrapped(key: &NewKey, pin: &str) -> Result<Seal, StoreError> {
    let salt = random::<16>()?;
    let passes = passes().await?;
    let by = stretched(pin, &salt, passes).await?;
    Ok(Seal {
        salt: to_hex(&salt),
        passes,
        key: to_hex(&key.wrapped(&by).await?),
        tries: 0,
        tried_ms: 0,
    })
}

/// What the PIN comes to, and what that may have wrapped.
async fn wrapping(seal: &Seal, pin: &str) -> Result<(SecretKey, Vec<u8>), StoreError> {
    let bytes = |text| from_hex(text).ok_or_else(|| StoreError::Damaged("the seal cannot be read".to_owned()));
    let by = stretched(pin, &bytes(&seal.salt)?, seal.passes).await?;
    Ok((by, bytes(&seal.key)?))
}

/// As many passes as take half a second here.
async fn passes() -> Result<u32, StoreError> {
    let began = now_ms();
    stretched("123456", &[0; 16], MEASURED).await?;
    let took = (now_ms() - began).max(1);
    let fitting = i64::from(MEASURED) * TAKES / took;
    Ok(u32::try_from(fitting)
        .unwrap_or(MOST_PASSES)
        .clamp(LEAST_PASSES, MOST_PASSES))
}

impl Cipher for WebCipher {
    fn seal<'a>(&'a self, rows: Vec<Named>) -> Work<'a, Result<Vec<Vec<u8>>, StoreError>> {
        Box::pin(async move {
            let mut sealed = Vec::with_capacity(rows.len());
            for rows in rows.chunks(AT_ONCE) {
                let asked: Vec<_> = rows.iter().map(|(name, bytes)| self.key.encrypt(name, bytes)).collect();
                for asked in asked {
                    let (nonce, doing) = asked?;
                    let mut row = vec![FORMAT];
                    row.extend(nonce);
                    row.extend(doing.bytes().await?);
                    sealed.push(row);
                }
            }
            Ok(sealed)
        })
    }

    fn open<'a>(&'a self, rows: Vec<Named>) -> Work<'a, Result<Vec<Option<Vec<u8>>>, StoreError>> {
        Box::pin(async move {
            let mut opened = Vec::with_capacity(rows.len());
            for rows in rows.chunks(AT_ONCE) {
                let ask = |(name, bytes): &Named| match bytes.as_slice() {
                    [FORMAT, sealed @ ..] => Some(self.key.decrypt(name, sealed)),
                    _ => None,
                };
                let asked: Vec<_> = rows.iter().map(ask).collect();
                for asked in asked {
                    opened.push(match asked {
                        Some(doing) => fits(doing.bytes().await)?,
                        None => None,
                    });
                }
            }
            Ok(opened)
        })
    }

    fn alone<'a>(&'a self) -> Work<'a, Box<dyn Any>> {
        Box::pin(async move { Box::new(locks::alone(&self.lock).await) as Box<dyn Any> })
    }
}
