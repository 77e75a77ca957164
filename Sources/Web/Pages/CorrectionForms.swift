import Press

/// Small forms by which a person says that the machine is wrong. They are sent to `/corrections`.
enum CorrectionForms {
  /// Pages that are offered one by one, at most.
  private static let most = 200

  static func family(_ material: FamilyMaterial) -> HTML {
    let members = material.family.members
    guard members.count > 1 else { return section([merge(members)]) }
    let boxes = members.prefix(most).enumerated().map { number, id -> HTML in
      let name = material.label(id)
      let title = material.articles[id].map(Wording.headline) ?? ""
      return
        "<li><input type=\"checkbox\" id=\"split-\(number)\" name=\"article\" value=\"\(id)\"> <label for=\"split-\(number)\">\(name) <span class=\"dim\">\(title)</span></label></li>"
    }
    let split: HTML = """
      <form method="post" action="/corrections"><fieldset><legend>Split off</legend>
      <p>These pages are no part of this report:</p>
      <input type="hidden" name="kind" value="split">
      <input type="hidden" name="report" value="\(material.family.id)">
      <ul class="boxes">\(boxes.joined())</ul>
      \(note("split"))<button>Split off</button></fieldset></form>
      """
    return section([split, merge(members)])
  }

  /// That an arrow points the wrong way.
  static func arrow(_ edge: Stemma.Edge, from: String, to: String) -> HTML {
    section([
      """
      <form method="post" action="/corrections"><fieldset><legend>Flip this arrow</legend>
      <p>It was \(from) that copied \(to).</p>
      <input type="hidden" name="kind" value="flip">
      <input type="hidden" name="article" value="\(edge.from)">
      <input type="hidden" name="other" value="\(edge.to)">
      \(note("flip"))<button>Flip this arrow</button></fieldset></form>
      """
    ])
  }

  /// That a page stands in the wrong report, or credits somebody who did not write it.
  static func article(_ article: Article, family: Family?) -> HTML {
    var forms: [HTML] = []
    if let family, family.members.count > 1 {
      forms.append(
        """
        <form method="post" action="/corrections"><fieldset><legend>Split off</legend>
        <p>This page is no part of the report.</p>
        <input type="hidden" name="kind" value="split">
        <input type="hidden" name="report" value="\(family.id)">
        <input type="hidden" name="article" value="\(article.id)">
        \(note("split"))<button>Split off</button></fieldset></form>
        """)
    }
    for (number, credit) in article.credits.enumerated().prefix(8) {
      let name = credit.name.isEmpty ? "a source without a name" : credit.name
      forms.append(
        """
        <form method="post" action="/corrections"><fieldset><legend>This credit is wrong</legend>
        <p>“\(Wording.short(credit.text, 90))” does not make \(name) the source.</p>
        <input type="hidden" name="kind" value="credit">
        <input type="hidden" name="article" value="\(article.id)">
        <input type="hidden" name="text" value="\(credit.text)">
        \(note("credit-\(number)"))<button>This credit is wrong</button></fieldset></form>
        """)
    }
    return section(forms)
  }

  private static func merge(_ members: [String]) -> HTML {
    """
    <form method="post" action="/corrections"><fieldset><legend>Merge</legend>
    <p>This report and another are one.</p>
    <input type="hidden" name="kind" value="merge">
    <input type="hidden" name="article" value="\(members.first ?? "")">
    <p><label for="merge-other">Id of the other report, or of a page of it</label>
    <input id="merge-other" name="other" required autocomplete="off"></p>
    \(note("merge"))<button>Merge</button></fieldset></form>
    """
  }

  private static func note(_ name: String) -> HTML {
    "<p><label for=\"note-\(name)\">Why</label> <input id=\"note-\(name)\" name=\"note\" maxlength=\"2000\" autocomplete=\"off\"></p>\n"
  }

  private static func section(_ forms: [HTML]) -> HTML {
    guard !forms.isEmpty else { return HTML() }
    return """
      <section class="correct" aria-labelledby="correct"><h2 id="correct">Is this wrong?</h2>
      <details><summary>Correct it by hand</summary>
      <p class="note">Corrections are kept apart from what the machine found, and can be withdrawn on the page of corrections.</p>
      <div class="forms">
      \(forms.joined("\n"))
      </div></details>
      </section>
      """
  }
}
