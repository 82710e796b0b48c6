// Tiledesk: hands the text on to its server as it is, and the server splits it at single spaces into "JWT" and the
// token. What came of it is told to onAuthStateChanged.
"use strict";
(function () {
  var listeners = [];
  var isStarted = window.tiledeskSettings.autoStart === false;

  function tell(detail) {
    listeners.forEach(function (listener) { listener(new CustomEvent("onAuthStateChanged", { detail: detail })); });
  }

  window.Tiledesk = function (call, value) {
    if (!isStarted) { throw new Error("Tiledesk: autoStart is not false"); }
    if (call === "onAuthStateChanged") {
      listeners.push(value);
    } else if (call === "signInWithCustomToken") {
      var parts = value.split(" ");
      if (parts.length !== 2 || parts[0] !== "JWT") {
        vendor.note("refused", { token: value, reason: "not \"JWT \" and a token" });
        tell({ event: "offline", isLogged: false });
        return;
      }
      vendor.ask(parts[1]).then(function (verdict) {
        tell({ event: verdict.accepted ? "online" : "offline", isLogged: verdict.accepted });
      });
    } else if (call === "show") {
      vendor.note("shown");
    } else if (call === "logout") {
      vendor.note("signed out");
      tell({ event: "offline", isLogged: false });
    } else {
      throw new Error("Tiledesk: no call " + call);
    }
  };
})();
