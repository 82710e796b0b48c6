// Zendesk messaging: asks the page's function for a token at sign-in and whenever it needs a newer one, and tells the
// second function what came of it.
"use strict";
window.zE = function (area, call, jwtCallback, loginCallback) {
  if (area !== "messenger") { throw new Error("zE: no area " + area); }
  if (call === "logoutUser") {
    vendor.renew = null;
    vendor.note("signed out");
    return;
  }
  if (call !== "loginUser") { throw new Error("zE: no call " + call); }

  function askForToken() {
    jwtCallback(function (jwt) {
      vendor.ask(jwt).then(function (verdict) {
        loginCallback(
          verdict.accepted
            ? null : { type: "LoginFailedError", reason: "Invalid JWT", message: "the server answered 401" });
      });
    });
    return true;
  }
  vendor.renew = askForToken;
  askForToken();
};
