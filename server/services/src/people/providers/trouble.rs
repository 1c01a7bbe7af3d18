//! What can go wrong between Folkmoot and a provider.

use openidconnect::{
    ClaimsVerificationError, DiscoveryError, ErrorResponse, RequestTokenError, SignatureVerificationError,
    UserInfoError,
};

use super::wire::WireError;

/// Why a provider did not prove who someone is. The words are for the operator's log: they name no person, and nothing
/// that was in a token.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// It does not answer, or not in time.
    #[error("{0}")]
    Away(String),
    /// It refused, or what it says proves nothing.
    #[error("{0}")]
    Unproven(String),
}

impl Trouble {
    pub(super) fn unproven(why: impl Into<String>) -> Self {
        Self::Unproven(why.into())
    }
}

impl From<WireError> for Trouble {
    fn from(error: WireError) -> Self {
        Self::Away(error.to_string())
    }
}

impl From<DiscoveryError<WireError>> for Trouble {
    fn from(error: DiscoveryError<WireError>) -> Self {
        match error {
            DiscoveryError::Request(error) => error.into(),
            DiscoveryError::Response(status, ..) => Self::Away(format!("discovery gave status {status}")),
            DiscoveryError::Parse(_) => Self::Away("its discovery document cannot be read".to_owned()),
            DiscoveryError::Validation(_) => {
                Self::Away("its discovery document names another issuer than the settings".to_owned())
            }
            _ => Self::Away("its discovery document cannot be used".to_owned()),
        }
    }
}

impl<T: ErrorResponse + 'static> From<RequestTokenError<WireError, T>> for Trouble {
    fn from(error: RequestTokenError<WireError, T>) -> Self {
        match error {
            RequestTokenError::Request(error) => error.into(),
            RequestTokenError::ServerResponse(_) => Self::unproven("it refused the code"),
            RequestTokenError::Parse(..) | RequestTokenError::Other(_) => {
                Self::unproven("its answer to the code cannot be read")
            }
        }
    }
}

impl From<UserInfoError<WireError>> for Trouble {
    fn from(error: UserInfoError<WireError>) -> Self {
        match error {
            UserInfoError::Request(error) => error.into(),
            UserInfoError::ClaimsVerification(error) => error.into(),
            _ => Self::unproven("what it says about the person cannot be read"),
        }
    }
}

impl From<ClaimsVerificationError> for Trouble {
    fn from(error: ClaimsVerificationError) -> Self {
        use ClaimsVerificationError as E;
        Self::unproven(match error {
            E::Expired(_) => "the token has expired",
            E::InvalidAudience(_) => "the token is for someone else",
            E::InvalidIssuer(_) => "the token is from someone else",
            E::InvalidNonce(_) => "the token belongs to another sign-in",
            E::InvalidSubject(_) => "the person is another than the token says",
            E::SignatureVerification(error) => signature(&error),
            _ => "the token cannot be used",
        })
    }
}

fn signature(error: &SignatureVerificationError) -> &'static str {
    use SignatureVerificationError as E;
    match error {
        E::NoMatchingKey => "the token is signed with an unknown key",
        E::NoSignature => "the token is not signed",
        E::DisallowedAlg(_) | E::UnsupportedAlg(_) => "the token is signed in a way that is not allowed",
        _ => "the token's signature is wrong",
    }
}
