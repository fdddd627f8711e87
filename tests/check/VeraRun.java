import java.io.File;
import java.io.InputStream;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Checks files against PDF/UA-1 with veraPDF's core. Prints a line a file, split by tabs:
 * PASS, FAIL or ERROR; the file; the number of checks made; what failed, as "clause-test: message".
 *
 * The jar leaves out veraPDF's own reader of profiles, so the profile in it is read as plain XML.
 */
public class VeraRun {
  static final PDFAFlavour FLAVOUR = PDFAFlavour.PDFUA_1;
  static final String PROFILE = "org/verapdf/pdfa/validation/PDFUA-1.xml";

  public static void main(String[] files) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    ValidationProfile profile = profile();
    for (String file : files) System.out.println(line(profile, file));
  }

  static String line(ValidationProfile profile, String file) {
    try (var parser = Foundries.defaultInstance().createParser(new File(file), FLAVOUR);
        var validator =
            Foundries.defaultInstance().createValidator(profile, -1, false, false, false)) {
      var result = validator.validate(parser);
      var failures = new TreeMap<String, String>();
      for (TestAssertion assertion : result.getTestAssertions())
        if (assertion.getStatus() == TestAssertion.Status.FAILED)
          failures.putIfAbsent(name(assertion.getRuleId()), assertion.getMessage());
      String verdict = result.isCompliant() ? "PASS" : "FAIL";
      return String.join("\t", verdict, file, "" + result.getTotalAssertions(), "" + failures);
    } catch (Throwable error) {
      return String.join("\t", "ERROR", file, "0", error.toString());
    }
  }

  static String name(RuleId rule) {
    return rule.getClause() + "-" + rule.getTestNumber();
  }

  static ValidationProfile profile() throws Exception {
    Element root;
    try (InputStream xml = ValidationProfile.class.getClassLoader().getResourceAsStream(PROFILE)) {
      root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml).getDocumentElement();
    }
    Set<Rule> rules = new LinkedHashSet<>();
    NodeList found = root.getElementsByTagName("rule");
    for (int i = 0; i < found.getLength(); i++) rules.add(rule((Element) found.item(i)));
    Set<Variable> variables = new LinkedHashSet<>();
    found = root.getElementsByTagName("variable");
    for (int i = 0; i < found.getLength(); i++) variables.add(variable((Element) found.item(i)));
    var details = Profiles.profileDetailsFromValues("PDF/UA-1", "", "veraPDF", new Date(0));
    return Profiles.profileFromValues(FLAVOUR, details, "", rules, variables);
  }

  static Rule rule(Element rule) {
    Element id = (Element) rule.getElementsByTagName("id").item(0);
    RuleId ruleId =
        Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"),
            Integer.parseInt(id.getAttribute("testNumber")));
    String deferred = rule.getAttribute("deferred");
    return Profiles.ruleFromValues(
        ruleId,
        rule.getAttribute("object"),
        deferred.isEmpty() ? null : Boolean.valueOf(deferred),
        rule.getAttribute("tags"),
        text(rule, "description"),
        text(rule, "test"),
        Profiles.errorFromValues(text(rule, "message"), Collections.emptyList()),
        Collections.emptyList());
  }

  static Variable variable(Element variable) {
    return Profiles.variableFromValues(
        variable.getAttribute("name"),
        variable.getAttribute("object"),
        text(variable, "defaultValue"),
        text(variable, "value"));
  }

  static String text(Element parent, String tag) {
    NodeList found = parent.getElementsByTagName(tag);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent().trim();
  }
}
