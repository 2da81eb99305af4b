//! AES-GCM and PBKDF2 of the browser (WebCrypto). A small binding: web-sys would bring a type for every algorithm. Browsers offer it over
//! https and on the device itself only.

use super::handed_file::get;
use js_sys::{Array, JsString, Object, Promise, Reflect, Uint8Array};
use thiserror::Error;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[derive(Clone)]
    type CryptoKey;

    type SubtleCrypto;

    #[wasm_bindgen(method, catch, js_name = generateKey)]
    fn generate_key(
        this: &SubtleCrypto,
        algorithm: &Object,
        extractable: bool,
        usages: &Array,
    ) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = importKey)]
    fn import_key(
        this: &SubtleCrypto,
        format: &str,
        data: &Uint8Array,
        algorithm: &Object,
        extractable: bool,
        usages: &Array,
    ) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = deriveKey)]
    fn derive_key(
        this: &SubtleCrypto,
        algorithm: &Object,
        base: &CryptoKey,
        derived: &Object,
        extractable: bool,
        usages: &Array,
    ) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = wrapKey)]
    fn wrap_key(
        this: &SubtleCrypto,
        format: &str,
        key: &CryptoKey,
        by: &CryptoKey,
        algorithm: &Object,
    ) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = unwrapKey)]
    fn unwrap_key(
        this: &SubtleCrypto,
        format: &str,
        wrapped: &Uint8Array,
        by: &CryptoKey,
        algorithm: &Object,
        of: &Object,
        extractable: bool,
        usages: &Array,
    ) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn encrypt(this: &SubtleCrypto, algorithm: &Object, key: &CryptoKey, data: &Uint8Array)
    -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn decrypt(this: &SubtleCrypto, algorithm: &Object, key: &CryptoKey, data: &Uint8Array)
    -> Result<Promise, JsValue>;
}

/// The bytes of a number used once, which stand before what was encrypted with it.
const NONCE: u32 = 12;

/// Why nothing came of it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CryptoError {
    /// The browser offers none of it here.
    #[error("the browser has no cryptography here")]
    Missing,
    /// Another key, another name, or damaged bytes.
    #[error("the key does not fit")]
    DoesNotFit,
    /// Anything else.
    #[error("the browser refused: {0}")]
    Refused(String),
}

impl From<JsValue> for CryptoError {
    fn from(error: JsValue) -> CryptoError {
        let word = |key| get(&error, key).and_then(|word| word.as_string()).unwrap_or_default();
        match word("name").as_str() {
            "OperationError" => CryptoError::DoesNotFit,
            name => CryptoError::Refused(format!("{name}: {}", word("message"))),
        }
    }
}

/// A key that scripts cannot read: it is the browser's.
#[derive(Clone)]
pub struct SecretKey(CryptoKey);

/// A key that can be wrapped, and does nothing else.
pub struct NewKey(CryptoKey);

/// Something that the browser is at already.
pub struct Doing(Result<JsFuture, CryptoError>);

impl Doing {
    fn of(asked: Result<Promise, JsValue>) -> Doing {
        Doing(asked.map(JsFuture::from).map_err(CryptoError::from))
    }

    async fn done(self) -> Result<JsValue, CryptoError> {
        Ok(self.0?.await?)
    }

    /// What came of it.
    ///
    /// # Errors
    /// [`CryptoError`]
    pub async fn bytes(self) -> Result<Vec<u8>, CryptoError> {
        Ok(Uint8Array::new(&self.done().await?).to_vec())
    }

    async fn key(self) -> Result<CryptoKey, CryptoError> {
        Ok(self.done().await?.unchecked_into())
    }
}

fn subtle() -> Result<SubtleCrypto, CryptoError> {
    let found = get(&js_sys::global(), "crypto").and_then(|crypto| get(&crypto, "subtle"));
    Ok(found.ok_or(CryptoError::Missing)?.unchecked_into())
}

/// Whether the browser offers it here.
pub fn is_there() -> bool {
    subtle().is_ok()
}

/// Random bytes.
///
/// # Errors
/// [`CryptoError::Missing`]
pub fn random<const N: usize>() -> Result<[u8; N], CryptoError> {
    let mut bytes = [0; N];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    let drawn = crypto.and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).ok());
    drawn.map(|_| bytes).ok_or(CryptoError::Missing)
}

fn object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // A plain object takes any field.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}

fn aes(fields: &[(&str, JsValue)]) -> Object {
    let object = object(fields);
    let _ = Reflect::set(&object, &"name".into(), &"AES-GCM".into());
    object
}

fn aes_256() -> Object {
    aes(&[("length", 256.into())])
}

fn usages(of: &[&str]) -> Array {
    of.iter().map(|usage| JsValue::from_str(usage)).collect()
}

/// A new key for rows.
///
/// # Errors
/// [`CryptoError`]
pub async fn new_key() -> Result<NewKey, CryptoError> {
    let made = subtle()?.generate_key(&aes_256(), true, &usages(&["encrypt", "decrypt"]));
    Ok(NewKey(Doing::of(made).key().await?))
}

/// The key that comes of a secret by so many passes of PBKDF2-SHA-256; it only wraps other keys. However the accents of a text were
/// typed, it is the same.
///
/// # Errors
/// [`CryptoError`]
pub async fn stretched(secret: &str, salt: &[u8], passes: u32) -> Result<SecretKey, CryptoError> {
    let subtle = subtle()?;
    let secret = String::from(JsString::from(secret.trim()).normalize("NFKC"));
    let pbkdf2 = object(&[("name", "PBKDF2".into())]);
    let bytes = Uint8Array::from(secret.as_bytes());
    let base = subtle.import_key("raw", &bytes, &pbkdf2, false, &usages(&["deriveKey"]));
    let base = Doing::of(base).key().await?;
    let how = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", Uint8Array::from(salt).into()),
        ("iterations", passes.into()),
    ]);
    let wraps = usages(&["wrapKey", "unwrapKey"]);
    let derived = subtle.derive_key(&how, &base, &aes_256(), false, &wraps);
    Ok(SecretKey(Doing::of(derived).key().await?))
}

impl NewKey {
    /// Wrapped by another one, with the number used once in front.
    ///
    /// # Errors
    /// [`CryptoError`]
    pub async fn wrapped(&self, by: &SecretKey) -> Result<Vec<u8>, CryptoError> {
        let nonce = random::<{ NONCE as usize }>()?;
        let how = aes(&[("iv", Uint8Array::from(nonce.as_slice()).into())]);
        let wrapped = subtle()?.wrap_key("raw", &self.0, &by.0, &how);
        let mut bytes = nonce.to_vec();
        bytes.extend(Doing::of(wrapped).bytes().await?);
        Ok(bytes)
    }
}

impl SecretKey {
    /// The key that this one wrapped, to be used.
    ///
    /// # Errors
    /// [`CryptoError::DoesNotFit`] where another one did.
    pub async fn unwrapped(&self, wrapped: &[u8]) -> Result<SecretKey, CryptoError> {
        Ok(SecretKey(self.unwrap(wrapped, false).await?))
    }

    /// The same, to be wrapped by another one.
    ///
    /// # Errors
    /// [`CryptoError::DoesNotFit`] where another one did.
    pub async fn unwrapped_to_wrap(&self, wrapped: &[u8]) -> Result<NewKey, CryptoError> {
        Ok(NewKey(self.unwrap(wrapped, true).await?))
    }

    async fn unwrap(&self, wrapped: &[u8], extractable: bool) -> Result<CryptoKey, CryptoError> {
        let (how, wrapped) = parted(wrapped, None);
        let rows = usages(&["encrypt", "decrypt"]);
        let key = subtle()?.unwrap_key("raw", &wrapped, &self.0, &how, &aes_256(), extractable, &rows);
        Doing::of(key).key().await
    }

    /// Encrypts bytes under a name: a new number used once, then what comes of it.
    pub fn encrypt(&self, name: &str, bytes: &[u8]) -> Result<([u8; NONCE as usize], Doing), CryptoError> {
        let nonce = random::<{ NONCE as usize }>()?;
        let how = aes(&[
            ("iv", Uint8Array::from(nonce.as_slice()).into()),
            ("additionalData", Uint8Array::from(name.as_bytes()).into()),
        ]);
        let asked = subtle()?.encrypt(&how, &self.0, &Uint8Array::from(bytes));
        Ok((nonce, Doing::of(asked)))
    }

    /// Decrypts what [`SecretKey::encrypt`] made under this name, the number in front.
    pub fn decrypt(&self, name: &str, bytes: &[u8]) -> Doing {
        let (how, bytes) = parted(bytes, Some(name));
        match subtle() {
            Ok(subtle) => Doing::of(subtle.decrypt(&how, &self.0, &bytes)),
            Err(error) => Doing(Err(error)),
        }
    }
}

/// The algorithm with the number in front, and what comes after it.
fn parted(bytes: &[u8], name: Option<&str>) -> (Object, Uint8Array) {
    let bytes = Uint8Array::from(bytes);
    let mut fields = vec![("iv", bytes.subarray(0, NONCE).into())];
    if let Some(name) = name {
        fields.push(("additionalData", Uint8Array::from(name.as_bytes()).into()));
    }
    (aes(&fields), bytes.subarray(NONCE, bytes.length()))
}
