let text = Array("The quick brown fox jumps over the lazy dog.".utf8)
let tokens = [
    try ferndeskToken(text),
    try freshdeskHelpWidgetToken(text),
    try freshdeskWebChatToken(text),
    try tiledeskToken(text),
    try zendeskMessagingToken(text),
    try await tokenForJWTKit(text),
]
print("\(tokens.count) tokens signed by a program that uses swift-crypto and jwt-kit too.")
