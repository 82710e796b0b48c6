// All systems with one import.
@_exported public import HS256
@_exported public import HelpdeskIdentity
@_exported public import ZendeskMessagingJWT
