// What all stand-ins share: what they were told, and the question that a widget puts to its vendor's server.
"use strict";
window.vendor = (function () {
  var page = location.pathname.split("/").pop();

  return {
    // Everything that reached the stand-in, in order. The test reads it.
    log: [],
    // What the widget does when its token is about to end; null where it has no way to ask for another.
    renew: null,

    note: function (what, details) {
      this.log.push(Object.assign({ what: what }, details));
      document.getElementById("widget").textContent += what + " " + JSON.stringify(details || {}, null, 1) + "\n";
    },

    // Has the server verify a token, writes its verdict down, and gives it to the widget.
    ask: async function (token) {
      if (typeof token !== "string") {
        this.note("refused", { token: typeof token, reason: "the widget was handed no text" });
        return { accepted: false, reason: "not a text" };
      }
      var answer = await fetch("/vendor/" + page + "/verify", { method: "POST", body: token });
      var verdict = await answer.json();
      this.note(verdict.accepted ? "signed in" : "refused", Object.assign({ token: token }, verdict));
      return verdict;
    },

    // Tells the server that the widget runs.
    started: function () { return fetch("/vendor/" + page + "/started", { method: "POST" }); }
  };
})();
