//! Passwords: what one has to be like, and how it is kept (argon2id, 19 MiB, two passes, one lane).
//!
//! A hash takes a good part of a tenth of a second and 19 MiB, on purpose. So only a few are made at once, on threads where they keep no other
//! request waiting, and whoever finds too many before him is told to come again.

use std::{sync::Arc, time::Duration};

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use so_khoi::sync::wire::LEAST_PASSWORD;
use tokio::{sync::Semaphore, task, time};
use zxcvbn::{Score, zxcvbn};

use crate::random;

/// How many bytes a password has at most: more is no password, but work for the server.
pub const MOST_PASSWORD: usize = 256;

const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;
/// Found by fewer than 10^6 tries is too easy.
const LEAST_SCORE: Score = Score::Two;
/// How long a request waits for its turn, unless a test says otherwise.
const PATIENCE: Duration = Duration::from_secs(10);

/// Why a password is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// Fewer than [`LEAST_PASSWORD`] characters.
    #[error("the password is too short")]
    Short,
    /// More than [`MOST_PASSWORD`] bytes.
    #[error("the password is too long")]
    Long,
    /// The account's own name, one character again and again, or what is tried first: passwords that are in every list of those
    /// that were stolen, and what is made of them, of keys side by side or of dates.
    #[error("the password is too easy to guess")]
    Plain,
}

/// Why a password could not be hashed or compared.
#[derive(Debug, thiserror::Error)]
pub enum HashError {
    /// Too many others wait.
    #[error("too many passwords are being checked")]
    Busy,
    /// The system gives no random numbers, or the parameters are refused. Never in practice.
    #[error("a password could not be hashed: {0}")]
    Failed(String),
}

/// Whether a password will do for the account of a name.
///
/// # Errors
///
/// See [`Unfit`].
pub fn fit(password: &str, name: &str) -> Result<(), Unfit> {
    if password.len() > MOST_PASSWORD {
        return Err(Unfit::Long);
    }
    if password.chars().count() < LEAST_PASSWORD {
        return Err(Unfit::Short);
    }
    let is_name = password.eq_ignore_ascii_case(name);
    // Lists of passwords that were stolen, with what people make of them.
    if is_name || zxcvbn(password, &[name, "so khoi", "dang bo khoi"]).score() < LEAST_SCORE {
        return Err(Unfit::Plain);
    }
    Ok(())
}

/// Makes and compares hashes, a few at once.
#[derive(Debug, Clone)]
pub struct Passwords {
    turns: Arc<Semaphore>,
    /// How long a request waits for its turn.
    patience: Duration,
}

impl Default for Passwords {
    /// As many at once as there are cores, and four at most.
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self::new(cores.min(4))
    }
}

impl Passwords {
    /// At most `at_once` at the same time.
    pub fn new(at_once: usize) -> Self {
        Self {
            turns: Arc::new(Semaphore::new(at_once)),
            patience: PATIENCE,
        }
    }

    /// The hash of a password with a fresh salt, as a PHC string.
    ///
    /// # Errors
    ///
    /// See [`HashError`].
    pub async fn hash(&self, password: String) -> Result<String, HashError> {
        self.work(move || hash(&password)).await
    }

    /// Whether the password is the one of a hash. Where there is no account (`None`), as much is done for nothing, so that the time an answer
    /// takes tells nobody which names exist.
    ///
    /// # Errors
    ///
    /// See [`HashError`].
    pub async fn matches(&self, password: String, kept: Option<String>) -> Result<bool, HashError> {
        self.work(move || match kept {
            Some(kept) => verify(&password, &kept),
            None => hash(&password).map(|_| false),
        })
        .await
    }

    async fn work<T: Send + 'static>(
        &self,
        job: impl FnOnce() -> Result<T, HashError> + Send + 'static,
    ) -> Result<T, HashError> {
        let turn = time::timeout(self.patience, Arc::clone(&self.turns).acquire_owned())
            .await
            .map_err(|_| HashError::Busy)?
            .map_err(|error| HashError::Failed(error.to_string()))?;
        let done = task::spawn_blocking(move || {
            // Held here: a request that is given up must not let one more begin while its hash is still being made.
            let _turn = turn;
            job()
        });
        done.await.map_err(|error| HashError::Failed(error.to_string()))?
    }
}

fn hasher() -> Result<Argon2<'static>, HashError> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(failed)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn hash(password: &str) -> Result<String, HashError> {
    let salt = random::bytes::<16>();
    let made: PasswordHash = hasher()?
        .hash_password_with_salt(password.as_bytes(), &salt)
        .map_err(failed)?;
    Ok(made.to_string())
}

fn verify(password: &str, kept: &str) -> Result<bool, HashError> {
    let Ok(kept) = PasswordHash::new(kept) else {
        // An account without a password: nobody signs in to it, and that takes as long as a wrong one.
        return hash(password).map(|_| false);
    };
    Ok(hasher()?.verify_password(password.as_bytes(), &kept).is_ok())
}

fn failed(error: impl std::fmt::Display) -> HashError {
    HashError::Failed(error.to_string())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_too_short_too_long_or_too_plain_is_refused() {
        assert_eq!(fit("mười một ký", "vpdu"), Err(Unfit::Short));
        assert_eq!(fit("đủ mười hai ", "vpdu"), Ok(()));
        assert_eq!(fit(&"dài ".repeat(100), "vpdu"), Err(Unfit::Long));
        assert_eq!(fit("aaaaaaaaaaaa", "vpdu"), Err(Unfit::Plain));
        assert_eq!(fit("Chi-Bo-Bao-Tinh", "chi-bo-bao-tinh"), Err(Unfit::Plain));
        for stolen in [
            "123456789012",
            "password1234",
            "qwertyuiop123",
            "iloveyou1234",
            "abcabcabcabc",
            "1q2w3e4r5t6y",
        ] {
            assert_eq!(fit(stolen, "vpdu"), Err(Unfit::Plain), "{stolen}");
        }
        for sentence in ["mưa tạnh rồi nắng", "một câu dễ nhớ", "troi hom nay dep"] {
            assert_eq!(fit(sentence, "vpdu"), Ok(()), "{sentence}");
        }
    }

    #[tokio::test]
    async fn a_hash_knows_its_password_and_no_other() {
        let passwords = Passwords::new(1);
        let kept = passwords.hash("đúng mật khẩu".to_owned()).await.unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert_ne!(kept, passwords.hash("đúng mật khẩu".to_owned()).await.unwrap());
        let is = |word: &str, kept: Option<&str>| passwords.matches(word.to_owned(), kept.map(str::to_owned));
        assert!(is("đúng mật khẩu", Some(&kept)).await.unwrap());
        assert!(!is("sai mật khẩu", Some(&kept)).await.unwrap());
        assert!(!is("đúng mật khẩu", None).await.unwrap());
        assert!(!is("", Some("")).await.unwrap());
    }

    #[tokio::test]
    async fn whoever_waits_too_long_is_told_to_come_again() {
        let mut passwords = Passwords::new(1);
        passwords.patience = Duration::from_millis(20);
        let held = Arc::clone(&passwords.turns).acquire_owned().await.unwrap();
        let asked = passwords.hash("đúng mật khẩu".to_owned()).await;
        assert!(matches!(asked, Err(HashError::Busy)));
        drop(held);
    }
}
