using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Xunit;

namespace Reconcile.Tests.PublicApi;

/// <summary>What a developer reads beside a member while writing a call says all that the call needs.</summary>
public class DocumentedMembersTests
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void Every_parameter_of_a_public_member_is_documented()
    {
        var missing = from member in Members()
                      let documentation = XmlDocumentation.Of(member)
                      where !IsInherited(documentation)
                      from parameter in ParametersOf(member)
                      where !documentation.Elements("param").Any(element => (string?)element.Attribute("name") == parameter.Name && HasText(element))
                      select $"{NameOf(member)}: {parameter.Name}";

        Assert.Empty(missing);
    }

    /// <remarks>What Object asks of every type, such as ToString, says it in its summary.</remarks>
    [Fact]
    public void Every_public_method_that_returns_something_says_what()
    {
        var missing = from method in Members().OfType<MethodInfo>()
                      where method.ReturnType != typeof(void) && method.GetBaseDefinition().DeclaringType != typeof(object)
                      let documentation = XmlDocumentation.Of(method)
                      where !IsInherited(documentation) && !documentation.Elements("returns").Any(HasText)
                      select NameOf(method);

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_public_member_that_refuses_null_says_so()
    {
        var nullability = new NullabilityInfoContext();
        var missing = from member in Members()
                      where member is not MethodInfo { IsAbstract: true }
                      let documentation = XmlDocumentation.Of(member)
                      where !IsInherited(documentation)
                      from parameter in ParametersOf(member)
                      where !parameter.ParameterType.IsValueType && !parameter.IsOut && nullability.Create(parameter).WriteState == NullabilityState.NotNull
                      where !documentation.Elements("exception").Any(element => IsOf<ArgumentNullException>(element) && Names(element, parameter))
                      select $"{NameOf(member)}: {parameter.Name}";

        Assert.Empty(missing);
    }

    private static IEnumerable<MemberInfo> Members() =>
        from type in typeof(Dossier).Assembly.GetExportedTypes()
        from member in type.GetMembers(Own)
        where member.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !type.IsEnum
        where member is MethodInfo method ? !method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)
            : member is PropertyInfo property ? property.GetIndexParameters().Length > 0
            : member is ConstructorInfo constructor && constructor.GetParameters().Length > 0
        select member;

    private static ParameterInfo[] ParametersOf(MemberInfo member) => member is PropertyInfo property ? property.GetIndexParameters() : ((MethodBase)member).GetParameters();

    private static bool IsInherited(XElement documentation) => documentation.Element("inheritdoc") is not null;

    private static bool HasText(XElement element) => !string.IsNullOrWhiteSpace(element.Value);

    private static bool IsOf<T>(XElement exception) => (string?)exception.Attribute("cref") == "T:" + typeof(T).FullName;

    private static bool Names(XElement element, ParameterInfo parameter) => element.Descendants("paramref").Any(reference => (string?)reference.Attribute("name") == parameter.Name);

    private static string NameOf(MemberInfo member) => $"{member.DeclaringType!.Name}.{member.Name}";
}
