// All systems with one import.
@_exported public import FerndeskJWT
@_exported public import FreshdeskHelpWidgetJWT
@_exported public import FreshdeskWebChatJWT
@_exported public import HS256
@_exported public import HelpdeskIdentity
@_exported public import TiledeskJWT
@_exported public import ZendeskMessagingJWT
