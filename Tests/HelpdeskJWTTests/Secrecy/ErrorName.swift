import HelpdeskJWT

/// The name of each cause of an `HS256Error`.
///
/// The switch has no default: who adds a case to the errors has to add a name here, and the tests of secrecy then demand
/// that it is thrown somewhere and looked at.
enum ErrorName: CaseIterable {
    case keyEmpty, keyTooShort, keyIsPublic, keyEncoding, keyRingEmpty, keyRingTooLarge, keyIDRepeated
    case leewayOutOfRange, tokenTooLarge, notThreeSegments, tokenWrapped, segmentEncoding, headerNotJSON
    case algorithmMissing, algorithmWrongType, algorithmNotAllowed, criticalExtension, headerWrongType, keyIDUnknown
    case unencodedPayload, signatureLength, signatureMismatch, payloadNotJSON, claimMissing, claimWrongType,
        dateOutOfRange, expired
    case notYetValid, issuedInFuture, tooOld, issuerMismatch, subjectMismatch, audienceMismatch, audienceUnexpected
    case claimsTooDeep, claimReserved, claimInvalid, refused

    init(_ error: HS256Error) {
        switch error.cause {
        case .keyEmpty: self = .keyEmpty
        case .keyTooShort: self = .keyTooShort
        case .keyIsPublic: self = .keyIsPublic
        case .keyEncoding: self = .keyEncoding
        case .keyRingEmpty: self = .keyRingEmpty
        case .keyRingTooLarge: self = .keyRingTooLarge
        case .keyIDRepeated: self = .keyIDRepeated
        case .leewayOutOfRange: self = .leewayOutOfRange
        case .tokenTooLarge: self = .tokenTooLarge
        case .notThreeSegments: self = .notThreeSegments
        case .tokenWrapped: self = .tokenWrapped
        case .segmentEncoding: self = .segmentEncoding
        case .headerNotJSON: self = .headerNotJSON
        case .algorithmMissing: self = .algorithmMissing
        case .algorithmWrongType: self = .algorithmWrongType
        case .algorithmNotAllowed: self = .algorithmNotAllowed
        case .criticalExtension: self = .criticalExtension
        case .headerWrongType: self = .headerWrongType
        case .keyIDUnknown: self = .keyIDUnknown
        case .unencodedPayload: self = .unencodedPayload
        case .signatureLength: self = .signatureLength
        case .signatureMismatch: self = .signatureMismatch
        case .payloadNotJSON: self = .payloadNotJSON
        case .claimMissing: self = .claimMissing
        case .claimWrongType: self = .claimWrongType
        case .dateOutOfRange: self = .dateOutOfRange
        case .expired: self = .expired
        case .notYetValid: self = .notYetValid
        case .issuedInFuture: self = .issuedInFuture
        case .tooOld: self = .tooOld
        case .issuerMismatch: self = .issuerMismatch
        case .subjectMismatch: self = .subjectMismatch
        case .audienceMismatch: self = .audienceMismatch
        case .audienceUnexpected: self = .audienceUnexpected
        case .claimsTooDeep: self = .claimsTooDeep
        case .claimReserved: self = .claimReserved
        case .claimInvalid: self = .claimInvalid
        case .refused: self = .refused
        }
    }
}
