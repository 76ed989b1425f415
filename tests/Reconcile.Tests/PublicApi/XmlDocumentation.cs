using System.Reflection;
using System.Xml.Linq;

namespace Reconcile.Tests.PublicApi;

/// <summary>The documentation that the package carries, by member.</summary>
internal static class XmlDocumentation
{
    private static readonly Dictionary<string, XElement> Members = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Reconcile.xml"))
        .Descendants("member").ToDictionary(static member => (string)member.Attribute("name")!, StringComparer.Ordinal);

    /// <summary>Fails where a member has none.</summary>
    public static XElement Of(MemberInfo member) => Members[IdOf(member)];

    /// <summary>The name of a member in the file: <c>M:Reconcile.Dossier.Claim(Reconcile.Claim)</c>.</summary>
    private static string IdOf(MemberInfo member)
    {
        var owner = member.DeclaringType!.FullName;
        return member switch
        {
            ConstructorInfo constructor => $"M:{owner}.#ctor{ParametersOf(constructor.GetParameters())}",
            MethodInfo method => $"M:{owner}.{method.Name}{ParametersOf(method.GetParameters())}",
            PropertyInfo property => $"P:{owner}.{property.Name}{ParametersOf(property.GetIndexParameters())}",
            _ => throw new ArgumentException($"No name is known for {member}.", nameof(member)),
        };
    }

    private static string ParametersOf(ParameterInfo[] parameters) =>
        parameters.Length == 0 ? "" : $"({string.Join(",", parameters.Select(static parameter => NameOf(parameter.ParameterType)))})";

    private static string NameOf(Type type)
    {
        if (type.IsByRef) return NameOf(type.GetElementType()!) + "@";
        if (type.IsArray) return NameOf(type.GetElementType()!) + "[]";
        if (!type.IsGenericType) return type.FullName!;
        var open = type.GetGenericTypeDefinition().FullName!;
        return $"{open[..open.IndexOf('`', StringComparison.Ordinal)]}{{{string.Join(",", type.GetGenericArguments().Select(NameOf))}}}";
    }
}
