// Asks the veraPDF engine about each PDF of a folder, for PDF/UA-1 and PDF/A-2a: a line a fault.

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.LogManager;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Lines of five cells, with tabs between: file, standard, rule ("7.1-3"), message, place. A file
 * that keeps a standard has one line for it, whose rule is "kept". The engine reads its own
 * profiles with JAXB, which Java has no more, so they are read here.
 */
public class Conformance {
  private static final List<String> STANDARDS = List.of("PDFUA-1", "PDFA-2A");

  public static void main(String[] folder) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    List<Path> files;
    try (Stream<Path> found = Files.list(Path.of(folder[0]))) {
      files = found.filter(file -> file.toString().endsWith(".pdf")).sorted().toList();
    }
    for (String standard : STANDARDS) {
      ValidationProfile profile = profile(standard);
      for (Path file : files) {
        tell(file, standard, profile);
      }
    }
  }

  /** Print the faults of a file against a standard; each rule once. */
  private static void tell(Path file, String standard, ValidationProfile profile) throws Exception {
    Set<String> lines = new LinkedHashSet<>();
    PDFAFlavour flavour = profile.getPDFAFlavour();
    try (PDFAParser parser = Foundries.defaultInstance().createParser(file.toFile(), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
      ValidationResult result = validator.validate(parser);
      if (result.isCompliant()) {
        lines.add("kept\t\t");
      }
      Set<RuleId> told = new HashSet<>();
      for (TestAssertion fault : result.getTestAssertions()) {
        if (told.add(fault.getRuleId())) {
          String rule = fault.getRuleId().getClause() + "-" + fault.getRuleId().getTestNumber();
          lines.add(String.join("\t", rule, fault.getMessage(), fault.getLocation().getContext()));
        }
      }
    }
    for (String line : lines) {
      System.out.println(file.getFileName() + "\t" + standard + "\t" + line);
    }
  }

  /** A standard as rules, from the file that the engine carries. */
  private static ValidationProfile profile(String standard) throws Exception {
    Document xml;
    String name = "/org/verapdf/pdfa/validation/" + standard + ".xml";
    try (var stream = PDFAParser.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IOException("the engine has no " + name);
      }
      xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream);
    }
    Set<Rule> rules = new LinkedHashSet<>();
    all(xml, "rule").forEach(element -> rules.add(rule(element)));
    Set<Variable> variables = new LinkedHashSet<>();
    all(xml, "variable").forEach(element -> variables.add(variable(element)));
    PDFAFlavour flavour = PDFAFlavour.valueOf(xml.getDocumentElement().getAttribute("flavour"));
    var details = Profiles.profileDetailsFromValues(standard, "", "", new Date(0));
    return Profiles.profileFromValues(flavour, details, "", rules, variables);
  }

  private static Rule rule(Element rule) {
    Element id = (Element) rule.getElementsByTagName("id").item(0);
    var name =
        Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"),
            Integer.parseInt(id.getAttribute("testNumber")));
    return Profiles.ruleFromValues(
        name,
        rule.getAttribute("object"),
        rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null,
        rule.getAttribute("tags"),
        text(rule, "description"),
        text(rule, "test"),
        Profiles.errorFromValues(text(rule, "message"), List.of()),
        List.of());
  }

  private static Variable variable(Element variable) {
    return Profiles.variableFromValues(
        variable.getAttribute("name"),
        variable.getAttribute("object"),
        text(variable, "defaultValue"),
        text(variable, "value"));
  }

  private static Stream<Element> all(Document xml, String tag) {
    var found = xml.getElementsByTagName(tag);
    return IntStream.range(0, found.getLength()).mapToObj(number -> (Element) found.item(number));
  }

  private static String text(Element element, String tag) {
    var found = element.getElementsByTagName(tag);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }
}
