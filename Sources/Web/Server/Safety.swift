/// What every answer tells the browser, so that even a page that went wrong could do no harm.
enum Safety {
  static let fields: [(name: String, value: String)] = [
    (
      "Content-Security-Policy",
      [
        "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self' data:",
        // Search as you type asks our own pages for their twins.
        "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
      ].joined(separator: "; ")
    ),
    ("X-Content-Type-Options", "nosniff"),
    // Not “no-referrer”: browsers would then say “Origin: null” of our own forms. To other sites they say nothing either way.
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("X-Frame-Options", "DENY"),
    ("Cache-Control", "private, no-cache"),
  ]
}
