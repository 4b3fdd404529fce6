//! What a path leads to.

/// What a path leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Route {
    Health,
    OpenApi,
    Token,
    Refresh,
    Customers,
    Customer(String),
    Webhooks,
    Webhook(String),
    Uploads,
    Upload(String),
    Verify(String),
    Deactivate(String),
    Clock,
    ExpireTokens,
    Nothing,
}

impl Route {
    /// The route of a path.
    pub(crate) fn of(path: &str) -> Self {
        let parts: Vec<&str> = path.split('/').skip(1).collect();
        match parts[..] {
            ["healthz"] => Self::Health,
            ["openapi.json"] => Self::OpenApi,
            ["api", "v1", "auth", "token"] => Self::Token,
            ["api", "v1", "auth", "refresh"] => Self::Refresh,
            ["api", "v1", "customers"] => Self::Customers,
            ["api", "v1", "customers", id] if !id.is_empty() => Self::Customer(id.into()),
            ["api", "v1", "webhooks"] => Self::Webhooks,
            ["api", "v1", "webhooks", id] if !id.is_empty() => Self::Webhook(id.into()),
            ["api", "v1", "uploads"] => Self::Uploads,
            ["uploads", id] if !id.is_empty() => Self::Upload(id.into()),
            ["verify-customer", id] if !id.is_empty() => Self::Verify(id.into()),
            ["_sandbox", "clock"] => Self::Clock,
            ["_sandbox", "tokens", "expire"] => Self::ExpireTokens,
            ["_sandbox", id, "deactivate"] if !id.is_empty() => Self::Deactivate(id.into()),
            _ => Self::Nothing,
        }
    }

    /// What logs call it: the path without what it names.
    pub(crate) const fn name(&self) -> &'static str {
        match self {
            Self::Health => "/healthz",
            Self::OpenApi => "/openapi.json",
            Self::Token => "/api/v1/auth/token",
            Self::Refresh => "/api/v1/auth/refresh",
            Self::Customers => "/api/v1/customers",
            Self::Customer(_) => "/api/v1/customers/:id",
            Self::Webhooks => "/api/v1/webhooks",
            Self::Webhook(_) => "/api/v1/webhooks/:id",
            Self::Uploads => "/api/v1/uploads",
            Self::Upload(_) => "/uploads/:id",
            Self::Verify(_) => "/verify-customer/:id",
            Self::Deactivate(_) => "/_sandbox/:id/deactivate",
            Self::Clock => "/_sandbox/clock",
            Self::ExpireTokens => "/_sandbox/tokens/expire",
            Self::Nothing => "",
        }
    }

    /// What it takes, as `Allow` has it.
    pub(crate) const fn methods(&self) -> &'static str {
        match self {
            Self::Health | Self::OpenApi | Self::Upload(_) | Self::Verify(_) => "GET, HEAD",
            Self::Customers | Self::Webhooks => "GET, HEAD, POST",
            Self::Customer(_) => "GET, HEAD, PATCH",
            Self::Webhook(_) => "DELETE",
            Self::Token
            | Self::Refresh
            | Self::Uploads
            | Self::Deactivate(_)
            | Self::Clock
            | Self::ExpireTokens => "POST",
            Self::Nothing => "",
        }
    }

    /// Whether anybody may ask.
    pub(crate) const fn is_open(&self) -> bool {
        matches!(
            self,
            Self::Health | Self::OpenApi | Self::Refresh | Self::Upload(_) | Self::Verify(_)
        )
    }

    /// Whether a customer at a form may ask.
    pub(crate) fn is_for(&self, customer: &str) -> bool {
        match self {
            Self::Customer(id) => id == customer,
            Self::Uploads => true,
            _ => false,
        }
    }
}
