"""The settings of an instance: where they come from, and what cannot be."""

import pytest

from reflect.config import Config, ConfigFault, folder, read_config


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch):
    for name in ("BASE_URL", "DATABASE_URL", "FLOOR", "INSTANCE", "CONTACT"):
        monkeypatch.delenv(f"REFLECT_{name}", raising=False)


def test_without_a_word_it_is_a_trial_on_this_machine(tmp_path):
    config = read_config(instance=tmp_path)
    assert (config.base_url, config.is_local, config.is_secure) == (Config.base_url, True, False)
    assert config.floor == 5
    assert config.database == f"sqlite:///{tmp_path}/reflect.db"
    assert config.keys == tmp_path / "keys"


def test_the_instance_lies_beside_the_questionnaires_unless_it_is_said():
    assert read_config().instance == folder("questionnaires").parent / "instance"


def test_once_installed_it_lies_in_the_folder_where_one_stands(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("reflect.config._PACKAGE", tmp_path / "packages" / "reflect")
    assert read_config().instance == tmp_path / "instance"


@pytest.mark.parametrize("metrics", ["yes", "a word", "x" * 31, "x" * 31 + " "])
def test_metrics_are_for_this_machine_or_for_who_has_a_long_token(tmp_path, metrics, monkeypatch):
    with pytest.raises(ConfigFault, match="loopback, or a token"):
        read_config(instance=tmp_path, metrics=metrics)
    assert "x" * 32 not in repr(read_config(instance=tmp_path, metrics="x" * 32))
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(ConfigFault, match="pip install"):
        read_config(instance=tmp_path, metrics="loopback")


def test_the_environment_goes_before_the_file_and_the_file_before_the_defaults(
    tmp_path, monkeypatch
):
    (tmp_path / "config.py").write_text(
        'contact = "file@example.org"\nfloor = 7\nbase_url = "https://file.example"\n'
    )
    monkeypatch.setenv("REFLECT_INSTANCE", str(tmp_path))
    monkeypatch.setenv("REFLECT_FLOOR", "8")
    monkeypatch.setenv("REFLECT_BASE_URL", "https://reflect.example/")
    config = read_config()
    assert (config.contact, config.floor) == ("file@example.org", 8)
    assert (config.origin, config.host_name) == ("https://reflect.example", "reflect.example")
    assert config.is_secure
    assert read_config(floor=9).floor == 9


def test_a_database_elsewhere_is_taken_as_it_is(tmp_path):
    config = read_config(instance=tmp_path, database_url="postgresql://reflect@db/reflect")
    assert config.database == "postgresql://reflect@db/reflect"


@pytest.mark.parametrize("floor", [4, 0, -5, " 3", "vijf", "", None, "5.5"])
def test_how_many_a_picture_is_about_is_only_ever_raised(tmp_path, floor):
    with pytest.raises(ConfigFault, match="floor "):
        read_config(instance=tmp_path, floor=floor)
    with pytest.raises(ConfigFault):
        Config(tmp_path, floor=4)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:8000",
        "http://127.8.9.1",
        "http://localhost:9000/",
        "https://a.example:444",
    ],
)
def test_plain_http_is_for_this_machine_alone(tmp_path, address):
    assert read_config(instance=tmp_path, base_url=address).base_url == address


@pytest.mark.parametrize(
    "address",
    [
        *("http://reflect.example", "http://127.0.0.1.example", "http://0.0.0.0:8000"),
        *("http://10.0.0.1", "http://localhost.example", "http://128.0.0.1"),
    ],
)
def test_plain_http_to_the_world_is_refused(tmp_path, address):
    with pytest.raises(ConfigFault, match="base_url needs https"):
        read_config(instance=tmp_path, base_url=address)


@pytest.mark.parametrize(
    "address",
    [
        *("", "reflect.example", "ftp://reflect.example", "https://", "https:///x", "//x.example"),
        *("https://reflect.example/app", "https://reflect.example?x", "https://reflect.example#x"),
        *("HTTPS://reflect.example", "https://Reflect.example", "https://me:pw@reflect.example"),
        *(
            "https://reflect.example:port",
            "https://[::1]:8000",
            "https://a.example:99999",
            "http://127.0.0.1:0",
            "https://a b",
            "https://x\n",
        ),
    ],
)
def test_what_is_no_address_of_a_site_is_refused(tmp_path, address):
    with pytest.raises(ConfigFault, match="base_url must be like"):
        read_config(instance=tmp_path, base_url=address)


def test_a_password_alone_is_enough_on_this_machine_at_most(tmp_path):
    assert read_config(instance=tmp_path).asks_second_factor
    assert not read_config(instance=tmp_path, second_factor="optional").asks_second_factor
    for wrong in ({"second_factor": "none"}, {"base_url": "https://reflect.example.nl"}):
        with pytest.raises(ConfigFault, match="second_factor"):
            read_config(instance=tmp_path, **{"second_factor": "optional"} | wrong)


def test_there_are_as_many_proxies_as_there_are(tmp_path):
    assert read_config(instance=tmp_path, proxies=2).proxies == 2
    with pytest.raises(ConfigFault, match="proxies"):
        read_config(instance=tmp_path, proxies=-1)


def test_an_installed_package_brings_its_questionnaires_inside(monkeypatch, tmp_path):
    monkeypatch.setattr("reflect.config._PACKAGE", tmp_path / "reflect")
    assert folder("questionnaires") == tmp_path / "reflect" / "_questionnaires"


def test_a_config_file_with_a_fault_is_told_in_a_line(tmp_path):
    (tmp_path / "config.py").write_text("floor = ")
    with pytest.raises(ConfigFault, match=r"config.py cannot be read: SyntaxError"):
        read_config(instance=tmp_path)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("flor = 8", "there is no setting flor; did you mean floor?"),
        ("Zebra = 1\nxyzzy = 8", "there is no setting xyzzy"),
        ('instance = "/srv"', "there is no setting instance"),
    ],
)
def test_a_setting_that_there_is_not_is_refused_with_the_nearest(tmp_path, written, told):
    (tmp_path / "config.py").write_text(written)
    with pytest.raises(ConfigFault) as fault:
        read_config(instance=tmp_path)
    assert str(fault.value) == f"{tmp_path}/config.py: {told}"


def test_what_a_config_file_needs_for_itself_is_no_setting(tmp_path):
    (tmp_path / "config.py").write_text("import os\n_more = 2\nLEAST = 6\nfloor = LEAST + _more\n")
    assert read_config(instance=tmp_path).floor == 8


def test_a_setting_of_the_environment_that_there_is_not_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("REFLECT_INSTANCE", str(tmp_path))
    monkeypatch.setenv("REFLECT_FLOR", "8")
    with pytest.raises(ConfigFault) as fault:
        read_config()
    assert str(fault.value) == "there is no setting REFLECT_FLOR; did you mean REFLECT_FLOOR?"


@pytest.mark.parametrize("name", ["base_url", "database_url", "contact"])
def test_a_text_that_is_a_number_is_refused(tmp_path, name):
    (tmp_path / "config.py").write_text(f"{name} = 8000")
    with pytest.raises(ConfigFault, match=f"{name} must be a text between quotes$"):
        read_config(instance=tmp_path)


MAIL = {"mail_host": "smtp.example.nl", "mail_sender": "reflect@example.nl"}


def test_a_mail_server_is_a_name_and_a_sender_and_goes_over_tls(tmp_path):
    assert not read_config(instance=tmp_path).sends_mail
    config = read_config(instance=tmp_path, **MAIL, mail_user="u", mail_password="geheim")
    assert (config.sends_mail, config.mail_port, config.mail_security) == (True, 587, "starttls")
    assert "geheim" not in repr(config)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"mail_host": ""}, "mail_host is missing"),
        ({"mail_host": "", "mail_sender": "", "mail_user": "u"}, "mail_host is missing"),
        ({"mail_host": "smtp://smtp.example.nl"}, "mail_host must be a name"),
        ({"mail_port": "0"}, "mail_port is a number from 1"),
        ({"mail_port": "smtp"}, "mail_port must be a whole number"),
        ({"mail_security": "ssl"}, "mail_security is starttls, tls or none"),
        ({"mail_security": "none"}, "for a mail server on this machine"),
        ({"mail_user": "u"}, "mail_user and mail_password go together"),
        ({"mail_password": "p"}, "mail_user and mail_password go together"),
        ({"mail_user": "u", "mail_password": "één"}, "mail_user and mail_password are plain ASCII"),
        ({"mail_sender": ""}, "mail_sender must be like"),
        ({"mail_sender": "Reflect <r@example.nl>"}, "mail_sender must be like"),
        ({"mail_sender": "r@example.nl\r\nBcc: x@y.nl"}, "mail_sender must be like"),
    ],
)
def test_half_a_mail_server_is_refused_in_a_line(tmp_path, given, said):
    with pytest.raises(ConfigFault, match=said):
        read_config(instance=tmp_path, **MAIL | given)


def test_mail_within_this_machine_needs_no_tls(tmp_path):
    given = MAIL | {"mail_host": "localhost", "mail_security": "none"}
    assert read_config(instance=tmp_path, **given).sends_mail
